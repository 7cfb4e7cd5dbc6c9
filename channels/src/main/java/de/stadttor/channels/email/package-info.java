/**
 * E-mail: any message that exists, read as a person would read it. {@link de.stadttor.channels.email.MailReader} reads
 * one message; {@link de.stadttor.channels.email.ParseMail} is the command around it. The sub-packages each know one
 * side of a message; only this package knows them all.
 */
@NullMarked
@NamedInterface
package de.stadttor.channels.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
