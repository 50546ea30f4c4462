"""The tables that hold no official record: what may be written outside an official act."""

EXEMPT_TABLES = frozenset(
    {
        # the worker's own
        "ledger_lease",
        "ledger_progress",
        "ledger_leaf",
        "ledger_waiting",
        # the hashes of the tree, made of the leaves and checked against them
        "ledger_tile",
        # attempts to log in, forgotten after minutes
        "organization_failedlogin",
        # wrong codes typed on the page of an approval link
        "disclosure_failedsignature",
        # what is typed on the web before an application is made
        "approvals_applicationdraft",
        "approvals_draftfile",
        # projections, rebuilt by replaying the ledger
        "search_document",
        # personal settings: what an official keeps for his or her own use
        "desk_savedfilter",
        # Django's own
        "django_session",
        "django_content_type",
        "django_migrations",
        "auth_permission",
        "auth_group",
        "auth_group_permissions",
    }
)
