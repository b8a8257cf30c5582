/** Which new volunteers would help most families: places, languages, day-parts and skills, each planned with before it is said. */
@NullMarked
package nl.koppelwerk.recruit;

import org.jspecify.annotations.NullMarked;
