CREATE TABLE intake_client (
    name       VARCHAR(100) NOT NULL,
    rights     JSON         NOT NULL,
    forms      JSON         NOT NULL COMMENT 'keys of forms; * stands for all',
    locked_key VARCHAR(200) NULL COMMENT 'shared key, encrypted; Base64',
    thumbprint CHAR(64)     NULL COMMENT 'SHA-256 of its certificate',
    version    BIGINT       NOT NULL,
    PRIMARY KEY (name),
    CONSTRAINT uq_intake_client_thumbprint UNIQUE (thumbprint)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
