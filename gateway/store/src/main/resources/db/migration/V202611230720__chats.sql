CREATE TABLE chat (
    id               UUID         NOT NULL,
    ticket           UUID         NOT NULL COMMENT 'where everything that is said lives',
    citizen          UUID         NOT NULL,
    known            BOOLEAN      NOT NULL COMMENT 'whether the citizen was logged in',
    language         CHAR(2)      NOT NULL,
    place            INT          NOT NULL COMMENT 'in the line on arrival, from 1',
    opened_at        DATETIME(6)  NOT NULL,
    queue            VARCHAR(100) NOT NULL,
    stage            VARCHAR(10)  NOT NULL COMMENT 'waiting, running, over',
    stage_since      DATETIME(6)  NOT NULL,
    operator         VARCHAR(200) NULL COMMENT 'subject of who has it, or is offered it',
    offer_until      DATETIME(6)  NULL,
    declined         JSON         NOT NULL COMMENT 'subjects of those who left it to others',
    ending           VARCHAR(20)  NULL,
    taken_at         DATETIME(6)  NULL COMMENT 'when somebody came first; what waits are reckoned from',
    secret           CHAR(64)     NOT NULL COMMENT 'SHA-256 of the secret that was handed out last',
    used_secret      CHAR(64)     NULL COMMENT 'of the one it was handed out for, until it has arrived',
    connection       BIGINT       NOT NULL COMMENT 'counts the connections; the newest holds the chat',
    came_back        BOOLEAN      NOT NULL,
    citizen_position BIGINT       NOT NULL COMMENT 'seen by the citizen',
    office_position  BIGINT       NOT NULL COMMENT 'seen by the office',
    citizen_seen_at  DATETIME(6)  NOT NULL COMMENT 'when the citizen was last connected',
    stars            TINYINT      NULL,
    changed_at       DATETIME(6)  NOT NULL,
    version          BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_chat_ticket UNIQUE (ticket),
    INDEX ix_chat_line (stage, queue, opened_at),
    INDEX ix_chat_operator (operator, stage),
    INDEX ix_chat_waits (queue, taken_at),
    INDEX ix_chat_changed (changed_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE chat_operator (
    subject    VARCHAR(200) NOT NULL COMMENT 'the identity provider''s id',
    name       VARCHAR(200) NOT NULL COMMENT 'for colleagues',
    queues     JSON         NOT NULL COMMENT 'keys; * stands for all',
    available  BOOLEAN      NOT NULL,
    capacity   INT          NOT NULL,
    idle_since DATETIME(6)  NOT NULL,
    seen_at    DATETIME(6)  NOT NULL COMMENT 'when a connection of theirs was known to live',
    changes    BIGINT       NOT NULL DEFAULT 0 COMMENT 'so that two who change them meet here',
    PRIMARY KEY (subject),
    INDEX ix_chat_operator_seen (seen_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE chat_settings (
    queue    VARCHAR(100) NOT NULL,
    settings JSON         NOT NULL,
    version  BIGINT       NOT NULL,
    PRIMARY KEY (queue)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE canned_reply (
    name     VARCHAR(50)   NOT NULL,
    language CHAR(2)       NOT NULL,
    text     VARCHAR(5000) NOT NULL COLLATE utf8mb4_german2_ci,
    PRIMARY KEY (name, language)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
