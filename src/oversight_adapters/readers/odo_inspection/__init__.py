"""What ICE's Office of Detention Oversight, or who quotes it, states of its inspections."""

from oversight_adapters.readers.odo_inspection.reader import OdoInspectionReader

__all__ = ["OdoInspectionReader"]
