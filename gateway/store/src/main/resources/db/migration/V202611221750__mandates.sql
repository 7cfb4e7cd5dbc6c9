CREATE TABLE principal (
    id   UUID         NOT NULL COMMENT 'takes part in tickets and has a feed like a citizen',
    kind VARCHAR(16)  NOT NULL,
    name VARCHAR(200) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE mandate (
    id                  UUID         NOT NULL,
    representative      UUID         NOT NULL,
    representative_name VARCHAR(200) NOT NULL,
    principal           UUID         NOT NULL,
    evidence            UUID         NOT NULL COMMENT 'ticket that proves it',
    recorded_by         VARCHAR(200) NOT NULL COMMENT 'reference of the caseworker',
    recorded_at         DATETIME(6)  NOT NULL,
    ends_at             DATETIME(6)  NULL COMMENT 'null for never',
    revoked_at          DATETIME(6)  NULL,
    PRIMARY KEY (id),
    INDEX ix_mandate_representative (representative, id),
    INDEX ix_mandate_evidence (evidence, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Names as they were when the message was written: a record is not rewritten when somebody marries.
ALTER TABLE message
    ADD COLUMN mandate        UUID         NULL COMMENT 'by which its author acted for a principal',
    ADD COLUMN representative VARCHAR(200) NULL,
    ADD COLUMN principal_kind VARCHAR(16)  NULL,
    ADD COLUMN principal      VARCHAR(200) NULL;
