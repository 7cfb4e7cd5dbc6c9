CREATE TABLE case_claim (
    id             UUID        NOT NULL,
    ticket         UUID        NOT NULL,
    citizen        UUID        NOT NULL COMMENT 'who made the anonymous case their own',
    guest          UUID        NOT NULL,
    claimed_at     DATETIME(6) NOT NULL,
    objection_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the secret that undoes it',
    ended_by       VARCHAR(12) NULL COMMENT 'objection or caseworker; null while it stands',
    ended_at       DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_case_claim_objection UNIQUE (objection_hash),
    INDEX ix_case_claim_ticket (ticket, id)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;
