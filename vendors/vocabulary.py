"""Words that lists of facts share, such as kinds of triggers; a Chinese page reads them in Chinese.

An item is a word of these with the product's own word in brackets, "queue (SQS)", or a name that stays as it is.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WORDS = {
    "API gateway": gettext_lazy("API gateway"),
    "HTTP function": gettext_lazy("HTTP function"),
    "Kubernetes events": gettext_lazy("Kubernetes events"),
    "activity functions": gettext_lazy("activity functions"),
    "background call": gettext_lazy("background call"),
    "command line": gettext_lazy("command line"),
    "connectors": gettext_lazy("connectors"),
    "container image": gettext_lazy("container image"),
    "custom containers": gettext_lazy("custom containers"),
    "custom feeds": gettext_lazy("custom feeds"),
    "custom runtime": gettext_lazy("custom runtime"),
    "data stream": gettext_lazy("data stream"),
    "database": gettext_lazy("database"),
    "direct call": gettext_lazy("direct call"),
    "entity functions": gettext_lazy("entity functions"),
    "event bus": gettext_lazy("event bus"),
    "load balancer": gettext_lazy("load balancer"),
    "logs": gettext_lazy("logs"),
    "media": gettext_lazy("media"),
    "monitoring": gettext_lazy("monitoring"),
    "native binaries": gettext_lazy("native binaries"),
    "object storage": gettext_lazy("object storage"),
    "orchestrator functions": gettext_lazy("orchestrator functions"),
    "platform events": gettext_lazy("platform events"),
    "push notifications": gettext_lazy("push notifications"),
    "queue": gettext_lazy("queue"),
    "single host": gettext_lazy("single host"),
    "state machine": gettext_lazy("state machine"),
    "timer": gettext_lazy("timer"),
    "topic": gettext_lazy("topic"),
    "voice assistant": gettext_lazy("voice assistant"),
    "warm-up": gettext_lazy("warm-up"),
    "webhook": gettext_lazy("webhook"),
}


def item_words(item: str) -> str:
    """An item of a list in the active language: "queue (SQS)" → "消息队列（SQS）"."""
    word, bracket, rest = item.partition(" (")
    if word not in WORDS:
        return item
    if not (bracket and rest.endswith(")")):
        return str(WORDS[word]) + item[len(word) :]
    return _("%(word)s (%(own)s)") % {"word": WORDS[word], "own": rest[:-1]}
