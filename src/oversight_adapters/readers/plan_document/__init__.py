"""Policy and plan documents, and copied web pages, as running text: who will, shall, must or may do what, and when."""

from oversight_adapters.readers.plan_document.reader import PlanDocumentReader

__all__ = ["PlanDocumentReader"]
