-- What the public may follow (Open311): services, what was released of their requests, keys of programs that hand in.

CREATE TABLE civic_service (
    code          VARCHAR(100) NOT NULL,
    form          VARCHAR(100) NOT NULL,
    shown         BOOLEAN      NOT NULL COMMENT 'offered at all, and its requests visible to everybody',
    service_group VARCHAR(100) NOT NULL,
    keywords      JSON         NOT NULL,
    descriptions  JSON         NOT NULL COMMENT 'by language',
    kind          VARCHAR(10)  NOT NULL,
    placing       JSON         NOT NULL COMMENT 'which fields say where, and the decimals that the public sees',
    version       BIGINT       NOT NULL,
    PRIMARY KEY (code),
    CONSTRAINT uq_civic_service_form UNIQUE (form)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE civic_publication (
    ticket      UUID          NOT NULL,
    description VARCHAR(4000) NOT NULL COMMENT 'a caseworker''s words',
    message     UUID          NULL COMMENT 'of the released picture',
    file        UUID          NULL,
    released_by VARCHAR(200)  NOT NULL,
    released_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (ticket)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE civic_api_key (
    id          UUID         NOT NULL,
    hash        BINARY(32)   NOT NULL COMMENT 'SHA-256 of the secret',
    name        VARCHAR(200) NOT NULL COMMENT 'for people',
    created_at  DATETIME(6)  NOT NULL,
    revoked_at  DATETIME(6)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_civic_api_key UNIQUE (hash)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE ticket ADD INDEX ix_ticket_form (form, created_at, id);
