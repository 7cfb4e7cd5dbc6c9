CREATE TABLE ticket_merge (
    ticket UUID NOT NULL,
    target UUID NOT NULL COMMENT 'where it goes on; never merged itself',
    PRIMARY KEY (ticket),
    INDEX ix_ticket_merge_target (target)
) ENGINE = InnoDB;
