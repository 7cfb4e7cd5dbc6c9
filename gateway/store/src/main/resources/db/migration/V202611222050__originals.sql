-- Messages as they came. Small ones stand here, where they share the commit; large ones lie with the files.
CREATE TABLE message_original (
    message    UUID          NOT NULL,
    ticket     UUID          NOT NULL,
    at         DATETIME(6)   NOT NULL COMMENT 'when it came',
    message_id VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'of its header, without brackets',
    size       BIGINT        NULL COMMENT 'bytes; null once they are no longer kept',
    bytes      MEDIUMBLOB    NULL,
    sha256     CHAR(64)      NULL COMMENT 'of content, where they lie with the files',
    media_type VARCHAR(200)  NULL COMMENT 'of content',
    spf        VARCHAR(40)   NULL COMMENT 'RFC 8601, 2.7; null: nobody has checked',
    dkim       VARCHAR(40)   NULL,
    dmarc      VARCHAR(40)   NULL,
    domain     VARCHAR(255)  NULL COMMENT 'that signed',
    PRIMARY KEY (message),
    INDEX ix_message_original_ticket (ticket, message),
    INDEX ix_message_original_kept (size, at)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

ALTER TABLE queue
    ADD COLUMN originals_days INT NOT NULL DEFAULT 365 COMMENT 'days that messages are kept as they came';
