CREATE TABLE letter_template (
    queue    VARCHAR(100) NOT NULL,
    kind     VARCHAR(20)  NOT NULL,
    language VARCHAR(8)   NOT NULL,
    subject  VARCHAR(200) NOT NULL,
    text     TEXT         NOT NULL,
    html     TEXT         NULL COMMENT 'null: made of the text',
    version  BIGINT       NOT NULL,
    PRIMARY KEY (queue, kind, language)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE letter_picture (
    queue      VARCHAR(100) NOT NULL,
    name       VARCHAR(40) NOT NULL COMMENT 'shown as cid:<name>',
    media_type VARCHAR(40) NOT NULL,
    bytes      MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (queue, name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
