"""The one-stop window: applications for licences and their decisions; penalty cases."""
