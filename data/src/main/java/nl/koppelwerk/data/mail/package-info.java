/** Mail that is waiting to be sent, kept with what it tells about. */
@NullMarked
package nl.koppelwerk.data.mail;

import org.jspecify.annotations.NullMarked;
