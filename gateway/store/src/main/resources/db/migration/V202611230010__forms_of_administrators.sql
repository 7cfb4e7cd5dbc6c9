-- What administrators decide about a form beyond its schema. Older versions are on no page and take no files.

ALTER TABLE form
    ADD COLUMN presentation   JSON         NOT NULL DEFAULT '{}' COMMENT 'order, sections, widgets, labels and help texts',
    ADD COLUMN on_page        BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'anybody may fill it in at /formular/{form}',
    ADD COLUMN files          INT          NOT NULL DEFAULT 0 COMMENT 'most files that may come along',
    ADD COLUMN service_key    VARCHAR(100) NULL COMMENT 'of LeiKa or FIM',
    ADD COLUMN accepted_until DATETIME(6)  NULL COMMENT 'UTC; null while submissions of this version are accepted',
    ADD COLUMN made_at        DATETIME(6)  NULL COMMENT 'UTC; null for what came with the program',
    ADD COLUMN made_by        VARCHAR(200) NULL COMMENT 'subject of the administrator';
