/** What of a summary may be published without describing fewer families than the threshold, whatever was published. */
@NullMarked
package nl.koppelwerk.disclosure;

import org.jspecify.annotations.NullMarked;
