/** Time: clocks of employers, bells, and the rounds that close weeks and release contacts. */
package org.feierabend.channels.schedule;
