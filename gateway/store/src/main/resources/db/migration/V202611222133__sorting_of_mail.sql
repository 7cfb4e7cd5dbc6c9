CREATE TABLE mail_sorting (
    mailbox VARCHAR(100) NOT NULL,
    queue   VARCHAR(100) NOT NULL COMMENT 'of mails that no rule sends elsewhere',
    rules   JSON         NOT NULL COMMENT 'in their order; the first that fits decides',
    version BIGINT       NOT NULL,
    PRIMARY KEY (mailbox)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
