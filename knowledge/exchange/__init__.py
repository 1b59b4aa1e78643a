"""The directory in and out: Open Referral UK and HSDS, CSV, YAML; and what of it wants a keeper's eye."""

from knowledge.exchange.checking import check_directory
from knowledge.exchange.importing import Format, export_directory, import_directory
from knowledge.exchange.report import FeedError, Problem, Report

__all__ = ["FeedError", "Format", "Problem", "Report", "check_directory", "export_directory", "import_directory"]
