CREATE TABLE citizen (
    id         UUID        NOT NULL,
    guest      BOOLEAN     NOT NULL COMMENT 'true for the sender of one anonymous case',
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE citizen_identity (
    scheme  VARCHAR(16)  NOT NULL,
    host    VARCHAR(253) NOT NULL COMMENT 'service provider that the pseudonym was made for',
    subject VARCHAR(200) NOT NULL,
    citizen UUID         NOT NULL,
    PRIMARY KEY (scheme, host, subject)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE access_link (
    token_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the token',
    ticket     UUID        NOT NULL,
    guest      UUID        NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    revoked    BOOLEAN     NOT NULL DEFAULT FALSE,
    PRIMARY KEY (token_hash),
    INDEX ix_access_link_ticket (ticket)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE guest_session (
    id         UUID        NOT NULL,
    token_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the secret',
    link_hash  CHAR(64)    NOT NULL COMMENT 'link that opened it; revoking the link ends it',
    guest      UUID        NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_guest_session_token UNIQUE (token_hash),
    INDEX ix_guest_session_expiry (expires_at)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE read_audit (
    id      UUID         NOT NULL,
    reader  VARCHAR(200) NOT NULL COMMENT 'reference of who looked',
    kind    VARCHAR(20)  NOT NULL,
    subject VARCHAR(64)  NULL COMMENT 'id of what was looked at; null for lists',
    at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_read_audit_subject (subject, at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
