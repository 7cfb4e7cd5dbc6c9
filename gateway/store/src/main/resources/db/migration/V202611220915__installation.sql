CREATE TABLE installation (
    id          TINYINT       NOT NULL COMMENT 'always 1: there is one',
    demo        BOOLEAN       NOT NULL COMMENT 'made by the demo; a real program refuses such a database',
    secret      VARBINARY(64) NULL COMMENT 'demo only: key of the seals; otherwise it is kept outside',
    signing_key BLOB          NULL COMMENT 'demo only: key of the demo tokens',
    PRIMARY KEY (id)
) ENGINE = InnoDB;
