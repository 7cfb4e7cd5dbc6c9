CREATE TABLE form_mapping (
    name         VARCHAR(100) NOT NULL,
    kind         VARCHAR(10)  NOT NULL,
    document     VARCHAR(500) NOT NULL COMMENT '{namespace}name of an XML root, or the address of a schema',
    form         VARCHAR(100) NOT NULL,
    form_version INT          NULL COMMENT 'null for the newest',
    rules        MEDIUMTEXT   NOT NULL COMMENT 'a stylesheet, or JSON',
    version      BIGINT       NOT NULL,
    PRIMARY KEY (name),
    CONSTRAINT uq_form_mapping_document UNIQUE (document)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
