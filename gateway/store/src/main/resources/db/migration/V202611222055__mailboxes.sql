-- Who reads a folder of a mailbox, and how far it is read. All times are UTC.

CREATE TABLE mailbox_folder (
    mailbox     VARCHAR(64)  NOT NULL COMMENT 'its name in the settings',
    folder      VARCHAR(255) NOT NULL,
    owner       VARCHAR(64)  NULL COMMENT 'process that reads it',
    lease_until DATETIME(6)  NULL COMMENT 'after it the folder is free',
    fence       BIGINT       NOT NULL DEFAULT 0 COMMENT 'counts those who held it; an older one notes nothing',
    notes       BIGINT       NOT NULL DEFAULT 0 COMMENT 'counts what was noted, so that every note changes the row',
    validity    BIGINT       NULL COMMENT 'UIDVALIDITY; null without a mark',
    handled_to  BIGINT       NOT NULL DEFAULT 0 COMMENT 'UID',
    old_up_to   BIGINT       NOT NULL DEFAULT 0 COMMENT 'UID; mails below were there when the validity changed',
    PRIMARY KEY (mailbox, folder)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mailbox_mail (
    mailbox VARCHAR(64)  NOT NULL,
    folder  VARCHAR(255) NOT NULL,
    mail    VARCHAR(100) NOT NULL COMMENT 'validity and UID, or the UIDL of POP3',
    digest  CHAR(64)     NULL COMMENT 'SHA-256 of a mail that is in and stays in its folder',
    cause   VARCHAR(10)  NULL COMMENT 'why it failed; null for a mail that is in',
    tries   INT          NOT NULL DEFAULT 0,
    due_at  DATETIME(6)  NULL COMMENT 'when to try again',
    PRIMARY KEY (mailbox, folder, mail),
    INDEX ix_mailbox_mail_digest (mailbox, folder, digest),
    INDEX ix_mailbox_mail_cause (mailbox, folder, cause)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
