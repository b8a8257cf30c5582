@NullMarked
package nl.koppelwerk.data.referral;

import org.jspecify.annotations.NullMarked;
