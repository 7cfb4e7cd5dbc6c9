-- Full text without MariaDB's English stop words: "die" and "an" are no words to leave out of a German search.
SET SESSION innodb_ft_enable_stopword = OFF;

CREATE TABLE queue (
    name          VARCHAR(100) NOT NULL,
    title         VARCHAR(200) NOT NULL,
    reopen_days   INT          NOT NULL COMMENT 'days after closing within which a citizen opens a ticket again',
    custom_fields JSON         NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE form (
    name           VARCHAR(100) NOT NULL,
    version        INT          NOT NULL,
    definition     JSON         NOT NULL COMMENT 'JSON Schema 2020-12 of the fields',
    example        JSON         NOT NULL,
    submit_level   VARCHAR(12)  NOT NULL,
    read_level     VARCHAR(12)  NOT NULL,
    queue          VARCHAR(100) NOT NULL,
    texts          JSON         NOT NULL COMMENT 'by language: title, subject and text templates',
    retention_days INT          NOT NULL COMMENT 'days a ticket is kept after it was closed',
    PRIMARY KEY (name, version)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE ticket_counter (
    year   INT NOT NULL,
    handed INT NOT NULL COMMENT 'highest number handed out, in blocks',
    PRIMARY KEY (year)
) ENGINE = InnoDB;

CREATE TABLE ticket (
    id               UUID         NOT NULL,
    number           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject          VARCHAR(200) NOT NULL,
    queue            VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state            VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    priority         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assignee         VARCHAR(200) NULL,
    required_level   VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    form             VARCHAR(100) NULL,
    form_version     INT          NULL,
    language         VARCHAR(35)  NOT NULL,
    given_level      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'how surely the sender was known',
    fields           JSON         NULL,
    contact_name     VARCHAR(200) NULL,
    contact_email    VARCHAR(254) NULL,
    anonymous        BOOLEAN      NOT NULL,
    custom_fields    JSON         NOT NULL,
    needs_attention  BOOLEAN      NOT NULL,
    possibly_related UUID         NULL,
    created_at       DATETIME(6)  NOT NULL,
    updated_at       DATETIME(6)  NOT NULL,
    closed_at        DATETIME(6)  NULL,
    version          BIGINT       NOT NULL,
    search           MEDIUMTEXT   NOT NULL COMMENT 'subject, contact and custom fields, as words to be found',
    PRIMARY KEY (id),
    CONSTRAINT uq_ticket_number UNIQUE (number),
    INDEX ix_ticket_queue (queue, updated_at, id),
    INDEX ix_ticket_updated (updated_at, id),
    FULLTEXT INDEX ft_ticket (search)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_german2_ci;

CREATE TABLE ticket_participant (
    citizen UUID NOT NULL,
    ticket  UUID NOT NULL,
    PRIMARY KEY (citizen, ticket),
    INDEX ix_ticket_participant_ticket (ticket, citizen)
) ENGINE = InnoDB;

CREATE TABLE message (
    id             UUID         NOT NULL,
    ticket         UUID         NOT NULL,
    direction      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    author         VARCHAR(200) NOT NULL,
    text           MEDIUMTEXT   NOT NULL,
    required_level VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'beyond that of the ticket',
    created_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_message_ticket (ticket, id),
    FULLTEXT INDEX ft_message (text)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_german2_ci;

CREATE TABLE content (
    sha256     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size       BIGINT       NOT NULL COMMENT 'bytes',
    media_type VARCHAR(200) NOT NULL COMMENT 'as found in the bytes',
    refs       BIGINT       NOT NULL COMMENT 'files that hold it; at 0 it goes',
    PRIMARY KEY (sha256)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE message_file (
    id       UUID         NOT NULL,
    message  UUID         NOT NULL,
    position INT          NOT NULL,
    name     VARCHAR(200) NOT NULL,
    sha256   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    scan     VARCHAR(12)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_message_file UNIQUE (message, position)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE message_opening (
    message UUID        NOT NULL,
    citizen UUID        NOT NULL,
    level   VARCHAR(12) NOT NULL COMMENT 'of the login that opened it',
    at      DATETIME(6) NOT NULL,
    PRIMARY KEY (message, citizen)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE quarantine (
    id              UUID         NOT NULL,
    client          VARCHAR(200) NOT NULL,
    idempotency_key VARCHAR(200) NULL,
    form            VARCHAR(100) NULL,
    received_at     DATETIME(6)  NOT NULL,
    expires_at      DATETIME(6)  NOT NULL,
    reason          JSON         NOT NULL COMMENT 'the problem that it was answered with',
    body            MEDIUMTEXT   NOT NULL,
    closed_by       UUID         NULL COMMENT 'ticket of a later valid submission',
    PRIMARY KEY (id),
    INDEX ix_quarantine_client (client, received_at),
    INDEX ix_quarantine_expiry (expires_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE quarantine_key (
    request_key BINARY(32) NOT NULL COMMENT 'as in request_key.id',
    entry       UUID       NOT NULL,
    PRIMARY KEY (request_key, entry)
) ENGINE = InnoDB;
