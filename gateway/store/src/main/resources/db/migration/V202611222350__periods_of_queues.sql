ALTER TABLE queue
    ADD COLUMN periods_version BIGINT NOT NULL DEFAULT 1 COMMENT 'of reopen_days and originals_days, for who edits them';
