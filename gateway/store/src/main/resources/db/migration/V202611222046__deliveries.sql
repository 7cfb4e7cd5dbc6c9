-- The outbox is the queue of what leaves by mail. What was put in before anything left stays where it is.
ALTER TABLE outbox
    ADD COLUMN state        VARCHAR(10)  NOT NULL DEFAULT 'withheld' COMMENT 'waiting, sent, failed or withheld',
    ADD COLUMN due_at       DATETIME(6)  NULL COMMENT 'next try; while claimed, the end of the lease; null once settled',
    ADD COLUMN owner        VARCHAR(64)  NULL COMMENT 'process that claimed it last',
    ADD COLUMN fence        BIGINT       NOT NULL DEFAULT 0 COMMENT 'counts the claims; an older claim records nothing',
    ADD COLUMN attempts     INT          NOT NULL DEFAULT 0,
    ADD COLUMN code         VARCHAR(40)  NOT NULL DEFAULT '' COMMENT 'of the last try: RFC 3463, or a word of ours',
    ADD COLUMN address_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'SHA-256 of the lower-case address; null while it was never tried',
    ADD COLUMN tried_at     DATETIME(6)  NULL COMMENT 'first try';

ALTER TABLE outbox
    MODIFY COLUMN state VARCHAR(10) NOT NULL DEFAULT 'waiting' COMMENT 'waiting, sent, failed or withheld',
    ADD INDEX ix_outbox_due (due_at),
    ADD INDEX ix_outbox_state (state, at),
    ADD INDEX ix_outbox_address (address_hash, tried_at);
