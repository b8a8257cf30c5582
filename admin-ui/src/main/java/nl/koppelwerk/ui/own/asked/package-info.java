/** What a coordinator asks a volunteer: whether a family suits, and how it goes. */
@NullMarked
package nl.koppelwerk.ui.own.asked;

import org.jspecify.annotations.NullMarked;
