/** Old mails from files: Maildirs, folders of single mails, mbox. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
