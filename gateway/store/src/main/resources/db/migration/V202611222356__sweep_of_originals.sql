-- The sweep walks by time; what is no longer kept is not worth a column of the index.
ALTER TABLE message_original
    DROP INDEX ix_message_original_kept,
    ADD INDEX ix_message_original_at (at);
