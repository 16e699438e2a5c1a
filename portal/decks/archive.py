"""A deck as ZIP: the archive of each exhibit in a folder of its own, a read-me of the whole, checksums."""

import io
import zipfile
from collections.abc import Generator

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.decks.contents import Cover, cited_by, cover_of, updated
from portal.decks.deck import Deck
from portal.decks.gathering import Member
from portal.exhibits.archive import SUMS, archive_of
from portal.exhibits.files import archive_file
from portal.exhibits.markdown import escape


def archive_of_deck(deck: Deck, parts: dict[str, list[Member]]) -> Generator[int, None, bytes]:
    """Yields the number of exhibits done; returns the .zip. `parts` are the exhibits by language."""
    readmes: dict[str, bytes] = {}
    files: dict[str, bytes] = {}
    done = 0
    for language, members in parts.items():
        start = f"{language}/" if len(parts) > 1 else ""
        for member in members:
            with override(language):
                archive = zipfile.ZipFile(io.BytesIO(archive_file(member.exhibit, member.options)))
            files |= {f"{start}{folder_of(member)}/{name}": archive.read(name) for name in archive.namelist()}
            done += 1
            yield done
        with override(language):
            readmes[f"{start}README.md"] = readme(cover_of(deck, members, language), members)
    return archive_of({**readmes, **files}, updated(members))


def folder_of(member: Member) -> str:
    """Such as "03-surveys-users-2020-use"."""
    return f"{member.number:02}-{member.item.address.replace('/', '-')}"


def readme(cover: Cover, members: list[Member]) -> bytes:
    """Markdown: what the deck holds and where, and every source once."""
    lines = [f"# {escape(cover.title)}", "", *[f"{line}  " for line in cover.lines]]
    lines += [f"<{cover.link}>"] if cover.link else []
    lines += ["", f"## {_('Contents')}", ""]
    for member in members:
        lines.append(f"{member.number}. {escape(member.headline)}  ")
        lines.append(f"   `{folder_of(member)}` <{member.exhibit.url()}>")
    lines += ["", f"## {_('Sources')}", ""]
    for each in cited_by(members):
        link = f" <{each.citation.url}>" if each.citation.url else ""
        lines.append(f"{escape(each.words)}{link}")
    lines += ["", _("`sha256sum -c %(sums)s` checks that all files are whole.") % {"sums": SUMS}, ""]
    return "\n".join(lines).encode()
