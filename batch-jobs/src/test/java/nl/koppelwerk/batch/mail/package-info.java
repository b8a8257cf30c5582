/** Tests of mail and appointments, with a real mail server. */
@NullMarked
package nl.koppelwerk.batch.mail;

import org.jspecify.annotations.NullMarked;
