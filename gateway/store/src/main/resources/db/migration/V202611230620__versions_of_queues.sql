ALTER TABLE queue
    ADD COLUMN version BIGINT NOT NULL DEFAULT 1 COMMENT 'of title and custom_fields, for who edits them';
