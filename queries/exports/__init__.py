"""What a body must do, written for other programs: calendar, spreadsheet, CSV and JSON."""
