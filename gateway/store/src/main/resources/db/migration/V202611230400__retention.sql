-- Closed tickets go when their form keeps them no longer, and what hangs on them is found by their id.
ALTER TABLE ticket
    ADD INDEX ix_ticket_closed (closed_at);

ALTER TABLE phone_call
    ADD INDEX ix_phone_call_ticket (ticket);

ALTER TABLE phone_call_code
    ADD INDEX ix_phone_call_code_ticket (ticket);
