-- What happened in calls, what was said in them, and what it led to. All times are UTC.

CREATE TABLE phone_call (
    id              UUID         NOT NULL COMMENT 'made of its name',
    name            VARCHAR(128) NOT NULL COMMENT 'as the telephone system calls it',
    state           VARCHAR(20)  NOT NULL COMMENT 'this and what follows up to contradictory: what its events say together',
    direction       VARCHAR(10)  NULL,
    caller          VARCHAR(16)  NULL COMMENT 'E.164; null when unknown or suppressed',
    called          VARCHAR(16)  NULL COMMENT 'likewise',
    queue           VARCHAR(100) NULL COMMENT 'the telephone system''s, not ours',
    agent           VARCHAR(200) NULL,
    started_at      DATETIME(6)  NULL,
    answered_at     DATETIME(6)  NULL,
    ended_at        DATETIME(6)  NULL,
    missed          BOOLEAN      NOT NULL,
    wanted          BOOLEAN      NOT NULL COMMENT 'an agent wishes a ticket',
    contradictory   BOOLEAN      NOT NULL,
    consent         JSON         NULL COMMENT 'whether the speakers agreed to be recorded; null while unknown',
    recording       VARCHAR(500) NULL COMMENT 'where it lies, in another system',
    recording_until DATETIME(6)  NULL COMMENT 'when that is forgotten',
    ticket          UUID         NULL,
    verified        BOOLEAN      NOT NULL COMMENT 'it is proven who called',
    code_tries      INT          NOT NULL,
    last_piece      INT          NULL COMMENT 'of what was said; null while unknown',
    spoken          BIGINT       NOT NULL COMMENT 'characters',
    call_back_queue VARCHAR(100) NULL COMMENT 'key of our queue; null when nobody waits to be called back',
    call_back_by    DATETIME(6)  NULL,
    heard_at        DATETIME(6)  NOT NULL,
    check_at        DATETIME(6)  NULL COMMENT 'when to stop waiting for more; null when nothing is awaited',
    PRIMARY KEY (id),
    INDEX ix_phone_call_check (check_at),
    INDEX ix_phone_call_back (call_back_by, name),
    INDEX ix_phone_call_heard (heard_at),
    INDEX ix_phone_call_recording (recording_until)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE phone_call_event (
    phone_call UUID       NOT NULL,
    mark       BINARY(32) NOT NULL COMMENT 'recognizes a repeat',
    body       JSON       NOT NULL,
    PRIMARY KEY (phone_call, mark)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE phone_call_piece (
    phone_call  UUID       NOT NULL,
    number      INT        NOT NULL,
    revision    INT        NOT NULL COMMENT 'the highest that came',
    fingerprint CHAR(64)   NOT NULL COMMENT 'of its words, which are masked',
    turns       MEDIUMTEXT NULL COMMENT 'JSON; null once they stand in a message',
    PRIMARY KEY (phone_call, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE phone_call_code (
    hash       CHAR(64)     NOT NULL COMMENT 'keyed; of a code that proves who calls',
    ticket     UUID         NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    used_by    VARCHAR(128) NULL COMMENT 'name of the one call it is good for',
    PRIMARY KEY (hash),
    INDEX ix_phone_call_code_expires (expires_at)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;

CREATE TABLE phone_call_rules (
    place   TINYINT NOT NULL COMMENT 'always 1: there is one set of rules',
    rules   JSON    NOT NULL,
    version BIGINT  NOT NULL,
    PRIMARY KEY (place)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
