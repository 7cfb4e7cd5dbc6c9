-- All times are UTC. Ids are UUIDv7.

CREATE TABLE event_stream (
    id       UUID   NOT NULL COMMENT 'id of the thing whose history it is',
    next_seq BIGINT NOT NULL COMMENT 'seq of its newest event; updated with every event, so that writers meet here',
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE event (
    stream UUID        NOT NULL,
    seq    BIGINT      NOT NULL COMMENT 'from 1, without gaps',
    kind   VARCHAR(40) NOT NULL,
    body   JSON        NOT NULL COMMENT 'ids and codes only',
    at     DATETIME(6) NOT NULL,
    PRIMARY KEY (stream, seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE citizen_feed (
    citizen UUID   NOT NULL,
    head    BIGINT NOT NULL COMMENT 'position of the newest entry',
    PRIMARY KEY (citizen)
) ENGINE = InnoDB;

CREATE TABLE citizen_event (
    citizen  UUID   NOT NULL,
    position BIGINT NOT NULL COMMENT 'from 1, without gaps',
    stream   UUID   NOT NULL,
    seq      BIGINT NOT NULL,
    PRIMARY KEY (citizen, position),
    INDEX ix_citizen_event_stream (citizen, stream, position)
) ENGINE = InnoDB;

CREATE TABLE reaction (
    consumer    VARCHAR(40)  NOT NULL,
    stream      UUID         NOT NULL,
    seq         BIGINT       NOT NULL,
    due_at      DATETIME(6)  NOT NULL,
    owner       VARCHAR(64)  NULL COMMENT 'process that claimed it',
    lease_until DATETIME(6)  NULL COMMENT 'after it the claim is free again',
    fence       BIGINT       NOT NULL DEFAULT 0 COMMENT 'counts the claims; an older claim finishes nothing',
    attempts    INT          NOT NULL DEFAULT 0,
    last_error  VARCHAR(200) NULL COMMENT 'kind of the last failure, never its message',
    PRIMARY KEY (consumer, stream, seq),
    INDEX ix_reaction_due (consumer, due_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE dead_letter (
    consumer VARCHAR(40)  NOT NULL,
    stream   UUID         NOT NULL,
    seq      BIGINT       NOT NULL,
    attempts INT          NOT NULL,
    reason   VARCHAR(200) NOT NULL,
    at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (consumer, stream, seq)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE outbox (
    id             UUID         NOT NULL,
    kind           VARCHAR(20)  NOT NULL,
    recipient_kind VARCHAR(10)  NOT NULL COMMENT 'citizen or queue',
    recipient      VARCHAR(100) NOT NULL,
    ticket         UUID         NOT NULL,
    cause          BIGINT       NOT NULL COMMENT 'seq in the stream of the ticket',
    at             DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_outbox_cause UNIQUE (ticket, cause, kind, recipient_kind, recipient)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE request_key (
    id          BINARY(32)  NOT NULL COMMENT 'SHA-256 of scope and key',
    fingerprint CHAR(64)    NOT NULL COMMENT 'SHA-256 of what was asked',
    result      UUID        NOT NULL COMMENT 'id of what the request made',
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;
