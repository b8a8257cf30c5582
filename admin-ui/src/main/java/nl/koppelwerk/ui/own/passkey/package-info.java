/** Coming in with a passkey: what a volunteer's device proves to hold, instead of a mail. */
@NullMarked
package nl.koppelwerk.ui.own.passkey;

import org.jspecify.annotations.NullMarked;
