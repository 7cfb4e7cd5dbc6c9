ALTER TABLE citizen_identity
    MODIFY scheme VARCHAR(40) NOT NULL COMMENT 'profile of the identity provider that made the pseudonym',
    MODIFY subject VARCHAR(256) NOT NULL;

CREATE TABLE citizen_datum (
    citizen    UUID         NOT NULL,
    kind       VARCHAR(16)  NOT NULL,
    trust      VARCHAR(12)  NOT NULL COMMENT 'how firmly the identity provider knows this',
    value      VARCHAR(500) NOT NULL COMMENT 'the newest of its kind and trust',
    learned_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (citizen, kind, trust)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE login_session (
    id               UUID         NOT NULL,
    secret_hash      CHAR(64)     NOT NULL COMMENT 'SHA-256 of what the browser shows; replaced by every login',
    citizen          UUID         NOT NULL,
    profile          VARCHAR(40)  NOT NULL,
    reached          VARCHAR(12)  NOT NULL COMMENT 'level as of last_used_at',
    name             VARCHAR(1010) NULL,
    authenticated_at DATETIME(6)  NOT NULL,
    started_at       DATETIME(6)  NOT NULL,
    last_used_at     DATETIME(6)  NOT NULL,
    ends_at          DATETIME(6)  NOT NULL COMMENT 'unless it is used before',
    PRIMARY KEY (id),
    CONSTRAINT uq_login_session_secret UNIQUE (secret_hash),
    INDEX ix_login_session_citizen (citizen),
    INDEX ix_login_session_end (ends_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE started_login (
    login_key    CHAR(64)      NOT NULL COMMENT 'hash over the handle in RelayState and the secret in the cookie',
    request_id   VARCHAR(64)   NOT NULL,
    profile      VARCHAR(40)   NOT NULL,
    level        VARCHAR(12)   NOT NULL,
    requested_at DATETIME(6)   NOT NULL,
    expires_at   DATETIME(6)   NOT NULL,
    browser      CHAR(64)      NOT NULL COMMENT 'hash of the secret in the cookie',
    return_to    VARCHAR(1000) NOT NULL,
    note         VARCHAR(500)  NOT NULL,
    PRIMARY KEY (login_key),
    INDEX ix_started_login_browser (browser),
    INDEX ix_started_login_expiry (expires_at)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE spent_assertion (
    assertion CHAR(64)    NOT NULL COMMENT 'hash over issuer and ID',
    until     DATETIME(6) NOT NULL COMMENT 'from then on its age refuses it',
    PRIMARY KEY (assertion),
    INDEX ix_spent_assertion_until (until)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE login_trail (
    id      UUID        NOT NULL,
    step    VARCHAR(20) NOT NULL,
    session UUID        NOT NULL,
    citizen UUID        NOT NULL,
    profile VARCHAR(40) NOT NULL,
    level   VARCHAR(12) NOT NULL,
    at      DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_login_trail_citizen (citizen, at)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE demo_key (
    name        VARCHAR(20) NOT NULL,
    private_key BLOB        NOT NULL COMMENT 'PKCS #8',
    certificate BLOB        NOT NULL COMMENT 'X.509',
    PRIMARY KEY (name)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;
