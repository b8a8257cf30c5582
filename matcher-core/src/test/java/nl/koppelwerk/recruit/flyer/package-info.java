/** What flyers may say. */
@NullMarked
package nl.koppelwerk.recruit.flyer;

import org.jspecify.annotations.NullMarked;
