"""Lists page after page: yields each item once while items move between pages."""
