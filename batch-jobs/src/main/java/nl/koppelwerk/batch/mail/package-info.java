/** Mail that goes out by itself: what waits in the outbox, reminders, the digest, and appointments for calendars. */
@NullMarked
package nl.koppelwerk.batch.mail;

import org.jspecify.annotations.NullMarked;
