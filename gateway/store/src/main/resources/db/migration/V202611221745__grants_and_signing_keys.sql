CREATE TABLE oauth_client (
    id        VARCHAR(64)  NOT NULL,
    name      VARCHAR(200) NOT NULL COMMENT 'for people',
    redirects JSON         NOT NULL COMMENT 'addresses that answers may go to; none shuts the application out',
    PRIMARY KEY (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE oauth_grant (
    id         UUID        NOT NULL,
    client     VARCHAR(64) NOT NULL,
    citizen    UUID        NOT NULL,
    session    UUID        NOT NULL COMMENT 'the login that it was given in, and ends with',
    given_at   DATETIME(6) NOT NULL,
    used_at    DATETIME(6) NOT NULL COMMENT 'when it last gave a code or a token',
    revoked    BOOLEAN     NOT NULL DEFAULT FALSE,
    PRIMARY KEY (id),
    INDEX ix_oauth_grant_used (used_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE oauth_code (
    hash       CHAR(64)      NOT NULL COMMENT 'SHA-256 of the code',
    grant_id   UUID          NOT NULL,
    redirect   VARCHAR(2000) NOT NULL COMMENT 'where it was sent, exactly',
    challenge  CHAR(43)      NOT NULL COMMENT 'RFC 7636, S256',
    expires_at DATETIME(6)   NOT NULL,
    taken_at   DATETIME(6)   NULL COMMENT 'null until it is used',
    PRIMARY KEY (hash),
    INDEX ix_oauth_code_grant (grant_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE oauth_refresh_token (
    hash      CHAR(64)    NOT NULL COMMENT 'SHA-256 of the token',
    grant_id  UUID        NOT NULL,
    issued_at DATETIME(6) NOT NULL,
    taken_at  DATETIME(6) NULL COMMENT 'null until it is used',
    PRIMARY KEY (hash),
    INDEX ix_oauth_refresh_token_grant (grant_id)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE signing_key (
    generation   INT             NOT NULL COMMENT 'decides which node''s key counts when two make one at the same time',
    content      VARBINARY(8000) NOT NULL COMMENT 'PKCS #8, AES-256-GCM under the installation key',
    announced_at DATETIME(6)     NOT NULL,
    signs_from   DATETIME(6)     NOT NULL,
    PRIMARY KEY (generation)
) ENGINE = InnoDB;
