#!/usr/bin/env python3
"""Makes a comment fit to be posted by a job that may write, whoever made it.

A branch can bring its own workflow, so that the comment it leaves may be anything. Nothing of it
calls anyone, and nothing leads or loads from elsewhere: mentions, references, addresses, images
and links are broken, and HTML other than a few harmless elements becomes text.

Usage: vet.py FROM TO [PREFIX]; links to addresses that begin with PREFIX stay.
"""

import os
import re
import stat
import sys

KEY = "<!-- rapporteur:review -->"
BYTES = 240_000
CHARACTERS = 60_000
# What GitHub shows and what cannot act.
ELEMENTS = "details|summary|div|span|code|br|sub|sup|table|thead|tbody|tr|th|td"
ATTRIBUTES = r"(?:\s+(?:dir|lang)=\"[A-Za-z-]{1,20}\")*"
HARMLESS = re.compile(rf"</?(?:{ELEMENTS})>|<(?:{ELEMENTS}){ATTRIBUTES}\s*/?>")
BREAK = "&#8203;"


def main():
    source, target = sys.argv[1:3]
    prefix = sys.argv[3] if len(sys.argv) > 3 else ""
    try:
        text = vetted(read(source), prefix)
    except ValueError as reason:
        sys.exit(f"vet: the comment is not posted: {reason}")
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def read(path):
    """The text of a plain file of bearable size."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise ValueError("it is no file")
        if about.st_size > BYTES:
            raise ValueError("it is too large")
        data = file.read(BYTES + 1)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None


def vetted(text, prefix):
    """The text, with all that acts broken and the key in front."""
    first, _, rest = text.partition("\n")
    if first != KEY:
        raise ValueError("it does not begin with its key")
    body = visible(rest)
    allowed = link(prefix)
    parts, end = [], 0
    for found in re.finditer(rf"{HARMLESS.pattern}{allowed}", body):
        parts += [quiet(body[end : found.start()]), found.group()]
        end = found.end()
    parts.append(quiet(body[end:]))
    text = f"{KEY}\n{''.join(parts)}"
    if len(text) > CHARACTERS + 4_000 or len(text.encode()) > BYTES + 16_000:
        raise ValueError("it is too long")
    return text


def link(prefix):
    """A pattern for links to a place of our own, if there is one."""
    if not prefix.startswith("https://"):
        return ""
    return rf"|\[[A-Za-z0-9 ]+\]\({re.escape(prefix)}[A-Za-z0-9/._-]*\)"


def quiet(text):
    """Text that calls no one and leads nowhere."""
    text = text.replace("<", "&lt;")
    # Character references of what follows are broken like the characters themselves.
    text = re.sub(r"@|&(?:commat|#0*64|#[xX]0*40);", f"&#64;{BREAK}", text)
    text = re.sub(r"#(?=\w)(?<!&#)|&(?:num|#0*35|#[xX]0*23);", f"&#35;{BREAK}", text)
    text = re.sub(r":(?=//)|&(?:colon|#0*58|#[xX]0*3[aA]);(?=//|&)", f"&#58;{BREAK}", text)
    text = re.sub(r"(?i)\b(www|gh)([.-])", rf"\1{BREAK}\2", text)
    text = re.sub(r"(?i)\b(mailto|xmpp|javascript|data):", rf"\1{BREAK}:", text)
    text = text.replace("](", f"]{BREAK}(").replace("][", f"]{BREAK}[")
    text = text.replace("![", f"!{BREAK}[")
    # A definition of a link stands at the start of a line.
    return re.sub(r"(?m)^([\s>*+.)0-9-]*\[[^\]\n]*\]):", rf"\1{BREAK}:", text)


def visible(text):
    """Without characters that act on a screen or on direction."""
    act = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
    return act.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


if __name__ == "__main__":
    main()
