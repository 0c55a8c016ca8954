"""Alerts: the changes of the record that cross a watch list, told to its readers, each once."""

from cellwire.publish.alerts.alert import Alert, alerts_of, feed_of_alerts
from cellwire.publish.alerts.delivering import Reach, deliver

__all__ = [
    "Alert",
    "Reach",
    "alerts_of",
    "deliver",
    "feed_of_alerts",
]
