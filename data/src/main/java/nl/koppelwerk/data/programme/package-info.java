/** Programmes as files: read strictly, compared with what is installed, and installed. */
@NullMarked
package nl.koppelwerk.data.programme;

import org.jspecify.annotations.NullMarked;
