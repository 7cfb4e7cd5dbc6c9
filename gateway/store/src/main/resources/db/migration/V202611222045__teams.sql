CREATE TABLE colleague (
    subject VARCHAR(200) NOT NULL COMMENT 'the identity provider''s id, as in the tokens of the desk',
    name    VARCHAR(200) NOT NULL,
    address VARCHAR(254) NOT NULL COMMENT 'lower case; the only one that mailed answers may come from',
    queues  JSON         NOT NULL COMMENT 'keys; * stands for all',
    PRIMARY KEY (subject),
    CONSTRAINT uq_colleague_address UNIQUE (address)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE team_address (
    queue   VARCHAR(100) NOT NULL,
    address VARCHAR(254) NOT NULL COMMENT 'where the team gets its mail',
    PRIMARY KEY (queue)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
