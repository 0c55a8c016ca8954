"""Watch lists: what a reader wants to hear of, and the changes of the record that cross it."""

from cellwire.publish.alerts.alert import Alert, alerts_of, as_letter, as_notice, feed_of_alerts
from cellwire.publish.alerts.delivering import Reach, deliver
from cellwire.publish.alerts.subject import Subject, of_development, of_entry
from cellwire.publish.alerts.watch import Watch, read_watches

__all__ = [
    "Alert",
    "Reach",
    "Subject",
    "Watch",
    "alerts_of",
    "as_letter",
    "as_notice",
    "deliver",
    "feed_of_alerts",
    "of_development",
    "of_entry",
    "read_watches",
]
