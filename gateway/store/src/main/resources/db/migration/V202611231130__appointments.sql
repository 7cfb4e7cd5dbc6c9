-- Calendars, their slots, and who has places in them. All times are UTC; days and hours are those of the scope's zone.

CREATE TABLE appointment_catalogue (
    version BIGINT       NOT NULL,
    body    LONGTEXT     NOT NULL COMMENT 'JSON: the whole of it',
    made_by VARCHAR(200) NOT NULL,
    at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (version)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE appointment_calendar (
    scope   INT    NOT NULL COMMENT 'number in the catalogue',
    changes BIGINT NOT NULL COMMENT 'updated with every change of its rules, so that writers meet here',
    PRIMARY KEY (scope)
) ENGINE = InnoDB;

CREATE TABLE appointment_availability (
    id      UUID   NOT NULL,
    scope   INT    NOT NULL,
    body    JSON   NOT NULL COMMENT 'days and hours, as words by name',
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_appointment_availability_scope (scope)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE appointment_closure (
    scope  INT          NOT NULL,
    day    DATE         NOT NULL,
    reason VARCHAR(500) NOT NULL,
    PRIMARY KEY (scope, day)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE appointment_calendar_change (
    id          UUID         NOT NULL COMMENT 'UUIDv7',
    scope       INT          NOT NULL,
    what        VARCHAR(20)  NOT NULL,
    subject     VARCHAR(40)  NOT NULL COMMENT 'id of an availability, or a day',
    before_body JSON         NOT NULL,
    after_body  JSON         NOT NULL,
    made_by     VARCHAR(200) NOT NULL,
    at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_appointment_calendar_change_scope (scope, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE appointment_slot (
    scope         INT         NOT NULL,
    at            DATETIME    NOT NULL,
    minutes       SMALLINT    NOT NULL,
    total         INT         NOT NULL COMMENT 'places',
    public_total  INT         NOT NULL COMMENT 'those of them that the public may take',
    booked        INT         NOT NULL DEFAULT 0 COMMENT 'places taken; can be more than there are by now',
    public_booked INT         NOT NULL DEFAULT 0 COMMENT 'those of them that the public took',
    released_at   DATETIME(6) NOT NULL COMMENT 'from when on the public may book it',
    PRIMARY KEY (scope, at, minutes),
    CONSTRAINT ck_appointment_slot_booked CHECK (public_booked >= 0 AND booked >= public_booked)
) ENGINE = InnoDB;

CREATE TABLE appointment (
    id              UUID         NOT NULL COMMENT 'its stream has the same',
    number          INT          NOT NULL COMMENT 'for people',
    scope           INT          NOT NULL,
    office          JSON         NOT NULL COMMENT 'as it was when it was booked',
    services        JSON         NOT NULL COMMENT 'likewise',
    at              DATETIME     NOT NULL COMMENT 'first slot',
    minutes         SMALLINT     NOT NULL COMMENT 'of a slot',
    length          SMALLINT     NOT NULL COMMENT 'slots',
    share           VARCHAR(10)  NOT NULL COMMENT 'public or staff: whose places it took',
    state           VARCHAR(20)  NOT NULL,
    held_until      DATETIME(6)  NULL COMMENT 'null: for good, or not at all',
    holding         BOOLEAN      NOT NULL COMMENT 'its places are counted as taken',
    contact         JSON         NULL,
    email_hash      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of the lower-case address',
    citizen         UUID         NULL,
    sequence        INT          NOT NULL COMMENT 'RFC 5545',
    created_at      DATETIME(6)  NOT NULL,
    changed_at      DATETIME(6)  NOT NULL,
    holds           BIGINT       NOT NULL DEFAULT 0 COMMENT 'updated by whoever changes it, so that writers meet here',
    session_hash    CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    activation_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    manage_hash     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_appointment_number UNIQUE (number),
    INDEX ix_appointment_at (scope, at),
    INDEX ix_appointment_left_over (holding, held_until),
    INDEX ix_appointment_email (scope, email_hash),
    INDEX ix_appointment_citizen (citizen, id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE appointment_claimant (
    scope  INT      NOT NULL,
    hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of an address or of a citizen',
    counts BIGINT   NOT NULL COMMENT 'updated whenever somebody counts, so that they count one after the other',
    PRIMARY KEY (scope, hash)
) ENGINE = InnoDB;
