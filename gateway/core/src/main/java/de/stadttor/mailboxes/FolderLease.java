package de.stadttor.mailboxes;

/**
 * The right to read a folder for a while.
 *
 * @param fence counts those who held it; whoever was overtaken holds an old one and can note nothing
 */
public record FolderLease(FolderName folder, long fence) {}
