// Writes down what the figures of embed.html report.
const log = document.getElementById("log");
for (const type of ["ready", "input", "change", "error"]) {
  document.addEventListener(`frugal-${type}`, ({ type, target, detail }) => {
    const line = document.createElement("li");
    line.textContent = `${target.id}: ${type} ${JSON.stringify(detail.state ?? detail)}`;
    log.prepend(line);
    if (log.children.length > 50) log.lastChild.remove();
  });
}
